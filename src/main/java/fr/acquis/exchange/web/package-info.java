/** Pages of what is written about a case. */
package fr.acquis.exchange.web;
