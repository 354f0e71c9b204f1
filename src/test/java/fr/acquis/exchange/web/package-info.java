/** Text of people as it is shown. */
package fr.acquis.exchange.web;
