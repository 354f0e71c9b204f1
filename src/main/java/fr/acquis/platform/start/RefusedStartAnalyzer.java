package fr.acquis.platform.start;

import fr.acquis.platform.RefusedStart;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class RefusedStartAnalyzer extends AbstractFailureAnalyzer<RefusedStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedStart refused) {
        return new FailureAnalysis(refused.getMessage(), refused.remedy(), refused);
    }
}
