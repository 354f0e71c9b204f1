/** What the jury's process asks of the application. */
package fr.acquis.jury.work;
