package fr.acquis.certification;

import java.time.Period;

/** What kinds of value a règlement settles, each with how it is read and within which bounds. */
final class ParameterTypes {

    private ParameterTypes() {}

    static <E extends Enum<E>> RegulationParameter<E> choice(
            String name, Class<E> type, E byDefault, String source, Confidence confidence) {
        return new RegulationParameter<>(
                name, type, byDefault, source, confidence, text -> Enum.valueOf(type, text), E::name);
    }

    static RegulationParameter<Integer> count(String name, int byDefault, String source, Confidence confidence) {
        return new RegulationParameter<>(
                name, Integer.class, byDefault, source, confidence, ParameterTypes::upToHundred, String::valueOf);
    }

    static RegulationParameter<Period> delay(String name, String byDefault, String source, Confidence confidence) {
        return new RegulationParameter<>(
                name,
                Period.class,
                Period.parse(byDefault),
                source,
                confidence,
                ParameterTypes::forward,
                Period::toString);
    }

    private static Period forward(String text) {
        Period delay = Period.parse(text);
        if (delay.isNegative() || delay.isZero() || delay.toTotalMonths() > 1_200 || delay.getDays() > 3_660) {
            throw new IllegalArgumentException("a delay goes forward, a century at most");
        }
        return delay;
    }

    private static Integer upToHundred(String text) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > 100) {
            throw new IllegalArgumentException("1 to 100");
        }
        return count;
    }

    static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }
}
