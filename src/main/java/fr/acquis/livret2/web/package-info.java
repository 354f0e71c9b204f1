/** Pages of livret 2. */
package fr.acquis.livret2.web;
