import { announceProduct } from './running-product.ts';
import { signInDemoMember } from './sign-in-demo-member.ts';
import { startProductForTests, type TestProduct } from './start-product-for-tests.ts';

let product: TestProduct | undefined;

/** Starts the product that the browser tests share, once for each run of jest. */
export default async function setUp(): Promise<void> {
  try {
    product = await startProductForTests();
    const { address, dataFolder } = product;
    // Once for all files: how often one can sign in a minute is limited.
    const [owner, office, crew] = await Promise.all([
      signInDemoMember(address, 'owner'),
      signInDemoMember(address, 'office'),
      signInDemoMember(address, 'crew'),
    ]);
    announceProduct({ address, dataFolder, cookies: { owner, office, crew } });
  } catch (error) {
    // The tests that need it say so, each with this reason; the others run.
    announceProduct({ problem: `The product did not start. ${describe(error)}` });
  }
}

/** Stops the product that this module started, if any. */
export async function stopProduct(): Promise<void> {
  await product?.stop();
}

function describe(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
