package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.job.Job;
import gewu.api.workbench.Upkeep;
import gewu.kernel.job.JobBoard;
import gewu.workbench.Manifests;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UpkeepRoundsTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="upkeep" id="first" class="trial.First" title="先做的" title-en="The first"/>
          <extension point="upkeep" id="second" class="trial.Second" title="后做的" title-en="The second"/>
        </plugin>
        """;

    private final JobBoard jobs = new JobBoard(Clock.systemUTC());

    @Test
    void eachUpkeepIsDoneOnceWhenTheWorkbenchOpensAndSaysWhatItDid() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(1);
        List<Label> told = new ArrayList<>();
        Manifests plugins = new Manifests(MANIFEST)
                .living("first", () -> (Upkeep) _ -> {
                    turns.incrementAndGet();
                    return Optional.of(new Label("重读了三份报告。", "Three reports read again."));
                })
                .living("second", () -> (Upkeep) _ -> {
                    second.countDown();
                    return Optional.empty();
                });

        try (UpkeepRounds rounds = new UpkeepRounds(plugins, jobs)) {
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            told.addAll(rounds.news());
        }

        assertThat(turns).hasValue(1);
        assertThat(told).extracting(Label::zh).containsExactly("重读了三份报告。");
    }

    @Test
    void whatNamesNoMinutesIsDoneOnceAndWhatDoesAgainAndAgain() throws Exception {
        AtomicInteger once = new AtomicInteger();
        CountDownLatch often = new CountDownLatch(3);
        Manifests plugins = new Manifests(MANIFEST.replace("id=\"second\"", "id=\"second\" minutes=\"0\""))
                .living("first", () -> (Upkeep) _ -> {
                    once.incrementAndGet();
                    return Optional.empty();
                })
                .living("second", () -> (Upkeep) _ -> {
                    often.countDown();
                    return Optional.empty();
                });

        try (UpkeepRounds rounds = new UpkeepRounds(plugins, jobs, Duration.ofMillis(5))) {
            assertThat(often.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(rounds.news()).isEmpty();
        }

        assertThat(once).hasValue(1);
    }

    @Test
    void whatFailsIsToldByNameAndTheOthersAreDoneAllTheSame() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        List<Label> told = new ArrayList<>();
        Manifests plugins = new Manifests(MANIFEST)
                .living("first", () -> (Upkeep) _ -> {
                    throw new IllegalStateException("the post office is closed");
                })
                .living("second", () -> (Upkeep) _ -> {
                    second.countDown();
                    return Optional.empty();
                });

        try (UpkeepRounds rounds = new UpkeepRounds(plugins, jobs)) {
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            told.addAll(rounds.news());
        }

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().zh()).startsWith("先做的没有做成").contains("the post office is closed");
    }

    @Test
    void whenTheWorkbenchClosesTheRunningUpkeepEndsWhereItStands() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Manifests plugins = new Manifests(MANIFEST)
                .living("first", () -> (Upkeep) progress -> {
                    begun.countDown();
                    while (true) {
                        progress.stopIfCancelled();
                        Thread.sleep(5);
                    }
                })
                .living("second", () -> (Upkeep) _ -> Optional.of(new Label("不该做", "must not be done")));

        try (UpkeepRounds rounds = new UpkeepRounds(plugins, jobs)) {
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            rounds.close();

            assertThat(rounds.news()).isEmpty();
        }
        assertThat(jobs.list()).extracting(Job::state).containsExactly(Job.State.CANCELLED);
    }
}
