/** Who a program is: the stateless filter chain of {@code /api/**}, bearer tokens, requests repeated under one key. */
package fr.acquis.identity.api;
