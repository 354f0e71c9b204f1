/**
 * Acquis: VAE case management towards a CQP or CQPI. Each package below is a room (a Modulith module) named after a
 * capability of the trade; a room's root is what others may use, its {@code web}, {@code work} and {@code store} are its own.
 */
package fr.acquis;
