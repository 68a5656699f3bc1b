import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type AnchorButtonProps = ButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

/** Looks like a button and is a link: opened in another tab, and told as one to those who listen. */
export const LinkButton = createLink((props: AnchorButtonProps) => <Button component="a" {...props} />);
