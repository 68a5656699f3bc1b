/**
 * What `npm start` and `npm test` run first, on the Node that the caller has: no dependencies, because nothing is
 * installed yet. Usage: node infra/local/bootstrap.mjs <script.ts> [arguments]
 */
const oldestNode = 20;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  console.error(`Ticket Pros needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
} else {
  // Loaded only now: an older Node would stop at their syntax before it could say the sentence above.
  Promise.all([import('./bootstrap/install-packages.mjs'), import('./bootstrap/run-with-node.mjs')])
    .then(([{ installPackages }, { runWithNode }]) =>
      installPackages().then(() => runWithNode(process.argv[2], process.argv.slice(3))),
    )
    .catch((error) => {
      console.error(error.forPeople ? error.message : error);
      process.exit(1);
    });
}
