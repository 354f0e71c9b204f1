/** Pages of the end of a journey: results, deliveries, what comes next, appeals, closing, verification. */
package fr.acquis.award.web;
