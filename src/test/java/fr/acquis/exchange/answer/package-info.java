/** Tests of answers by mail. */
package fr.acquis.exchange.answer;
