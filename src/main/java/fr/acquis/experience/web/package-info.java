/** The page of periods and its way in from the case. */
package fr.acquis.experience.web;
