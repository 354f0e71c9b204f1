/** Support for programs: chosen, followed, ended; its sessions are recorded by the form of their task. */
package fr.acquis.support.api;
