package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.JobStreams;
import fr.acquis.devservices.camunda.LongPolling;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Jobs on their way to workers, by poll or by stream; a job whose worker left on the way is given back. */
final class JobDelivery {

    private final LongPolling polling;
    private final JobStreams streams;

    JobDelivery(LongPolling polling, JobStreams streams) {
        this.polling = polling;
        this.streams = streams;
    }

    void poll(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> caller) {
        ServerCallStreamObserver<ActivateJobsResponse> worker = (ServerCallStreamObserver<ActivateJobsResponse>) caller;
        CompletableFuture<JobBatchRecord> jobs;
        try {
            jobs = polling.poll(JobRequests.poll(request), Duration.ofMillis(request.getRequestTimeout()));
        } catch (RuntimeException refused) {
            caller.onError(Statuses.of(refused));
            return;
        }
        worker.setOnCancelHandler(() -> jobs.cancel(false));
        jobs.whenComplete((batch, failed) -> answer(worker, batch, failed));
    }

    private void answer(ServerCallStreamObserver<ActivateJobsResponse> worker, JobBatchRecord batch, Throwable failed) {
        if (worker.isCancelled()) {
            if (batch != null) {
                polling.giveBack(batch);
            }
            return;
        }
        if (failed != null) {
            worker.onError(Statuses.of(failed));
            return;
        }
        if (!batch.getJobKeys().isEmpty()) {
            worker.onNext(ActivatedJobs.of(batch));
        }
        worker.onCompleted();
    }

    void stream(StreamActivatedJobsRequest request, StreamObserver<ActivatedJob> caller) {
        ServerCallStreamObserver<ActivatedJob> worker = (ServerCallStreamObserver<ActivatedJob>) caller;
        try {
            Runnable close = streams.open(JobRequests.wish(request), (key, job) -> offer(worker, key, job));
            worker.setOnCancelHandler(close);
            worker.setOnCloseHandler(close);
        } catch (RuntimeException refused) {
            caller.onError(Statuses.of(refused));
        }
    }

    private static boolean offer(ServerCallStreamObserver<ActivatedJob> worker, long key, JobRecord job) {
        synchronized (worker) {
            if (worker.isCancelled() || !worker.isReady()) {
                return false;
            }
            worker.onNext(ActivatedJobs.of(key, job));
            return true;
        }
    }
}
