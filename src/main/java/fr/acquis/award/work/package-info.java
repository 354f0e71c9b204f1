/** What the engine asks of this room, and letters written afterwards. */
package fr.acquis.award.work;
