/** Pages of livret 1 and of the decision. */
package fr.acquis.admissibility.web;
