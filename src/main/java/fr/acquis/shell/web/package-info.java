/** Pages and per-request values of the shell itself; other rooms never reach in here. */
package fr.acquis.shell.web;
