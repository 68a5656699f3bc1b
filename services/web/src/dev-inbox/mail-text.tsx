import { createElement } from 'react';
import styles from './dev-inbox.module.css';

/** A mail's text, whose addresses can be followed. */
export function MailText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s)]+)/).map((part, index) => {
    const isAddress = index % 2 === 1;
    return isAddress ? createElement('a', { href: part }, part) : part;
  });
  return createElement('pre', { className: styles.text }, ...parts);
}
