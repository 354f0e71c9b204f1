/**
 * The whole product in a process that dies at named places while people work with it, and the comparison of what they were
 * told with what is there afterwards.
 */
package fr.acquis.mortal;
