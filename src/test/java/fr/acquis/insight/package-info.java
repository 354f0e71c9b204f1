/** Pilotage: numbers, the lists behind them, delays. */
package fr.acquis.insight;
