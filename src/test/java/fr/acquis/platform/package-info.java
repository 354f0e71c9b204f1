/** The ground everything stands on. */
package fr.acquis.platform;
