/** Support walked on the real engine. */
package fr.acquis.support;
