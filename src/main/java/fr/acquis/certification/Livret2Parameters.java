package fr.acquis.certification;

/** What a règlement may settle of the validation file beyond its delays. */
public final class Livret2Parameters {

    public static final RegulationParameter<GuidingQuestions> GUIDING_QUESTIONS = new RegulationParameter<>(
            "guiding-questions",
            GuidingQuestions.class,
            GuidingQuestions.OF_THE_HOUSE,
            "Pratique de l’accompagnement : faire raconter le travail qui ne se voit pas",
            Confidence.LOW,
            GuidingQuestions::read,
            GuidingQuestions::write);

    private Livret2Parameters() {}
}
