package fr.acquis.certification;

/** Level of the cadre national des certifications professionnelles (décret n° 2019-14). */
public enum Level {
    NIV3,
    NIV4,
    NIV5,
    NIV6;

    public int number() {
        return ordinal() + 3;
    }
}
