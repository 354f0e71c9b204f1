/**
 * What every room stands on technically and none owns: the clock, transactions with their retry, database locks of
 * scheduled work. Knows no trade and no other room.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Platform",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.acquis.platform;
