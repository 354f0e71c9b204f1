/** Pages of support. */
package fr.acquis.support.web;
