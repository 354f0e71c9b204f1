/** What is written about a case, and what is told of it. */
package fr.acquis.exchange;
