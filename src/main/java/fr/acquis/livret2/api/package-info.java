/** Livret 2 for programs: read, written, reviewed, deposited, and the file made of it. */
package fr.acquis.livret2.api;
