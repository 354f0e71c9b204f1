/** Pages under the account menu. */
package fr.acquis.account.web;
