/** Plans walked on the real engine. */
package fr.acquis.training;
