/** Pages of plans. */
package fr.acquis.training.web;
