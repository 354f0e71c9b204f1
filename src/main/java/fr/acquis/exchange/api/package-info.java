/** What is written about a case, for programs. */
package fr.acquis.exchange.api;
