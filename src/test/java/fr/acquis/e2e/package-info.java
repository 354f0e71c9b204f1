/** The product in a real browser: what a person sees, by mouse, by keyboard, on a telephone. Run by {@code -Pe2e}. */
package fr.acquis.e2e;
