package org.headrace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.headrace.model.CleanHtml;
import org.headrace.model.PlainText;

/** The laws of the house: see README, "Where things are". */
@AnalyzeClasses(packages = "org.headrace", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] STEPS = {
    "fetch",
    "discover",
    "parse",
    "extract",
    "clean",
    "fingerprint",
    "group",
    "filter",
    "schedule",
    "push",
    "store",
    "publish"
  };

  private static final String[] GROUND = {
    "org.headrace.model..", "org.headrace.url..", "org.headrace.markup.."
  };

  @ArchTest
  static final ArchRule the_ground_floor_knows_nobody =
      noClasses()
          .that()
          .resideInAnyPackage(GROUND)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.headrace..")
                  .and(DescribedPredicate.not(resideInAnyPackage(GROUND))));

  @ArchTest
  static final ArchRule steps_know_only_the_ground_floor =
      noClasses()
          .that(resideInAnyPackage(steps()))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.headrace.pipeline..",
                  "org.headrace.config..",
                  "org.headrace.web..",
                  "org.headrace.app..",
                  "org.headrace.demo.."));

  @ArchTest
  static final ArchRule no_step_knows_another_step =
      slices()
          .matching("org.headrace.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.not(resideInAnyPackage(steps())), DescribedPredicate.alwaysTrue())
          .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(GROUND));

  @ArchTest
  static final ArchRule the_third_floor_does_not_look_up =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.headrace.pipeline..", "org.headrace.config..", "org.headrace.web..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.headrace.app..", "org.headrace.demo.."));

  @ArchTest
  static final ArchRule no_loops =
      slices().matching("org.headrace.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule camel_and_quartz_stay_in_app =
      only("org.apache.camel..", "org.headrace.app..");

  @ArchTest
  static final ArchRule kafka_stays_in_app = only("org.apache.kafka..", "org.headrace.app..");

  @ArchTest
  static final ArchRule quartz_stays_in_app_and_schedule =
      only("org.quartz..", "org.headrace.app..", "org.headrace.schedule..");

  @ArchTest
  static final ArchRule http_client_stays_in_fetch =
      only("org.apache.hc..", "org.headrace.fetch..");

  @ArchTest
  static final ArchRule rome_stays_in_parse_and_publish =
      only("com.rometools..", "org.headrace.parse..", "org.headrace.publish..");

  @ArchTest
  static final ArchRule jsoup_stays_where_html_is_read =
      only(
          "org.jsoup..",
          "org.headrace.markup..",
          "org.headrace.parse..",
          "org.headrace.extract..",
          "org.headrace.clean..",
          "org.headrace.discover..");

  @ArchTest
  static final ArchRule xpath_stays_with_the_rules_for_sites =
      only("org.jaxen..", "org.headrace.extract.site..");

  @ArchTest static final ArchRule sql_stays_in_store = only("java.sql..", "org.headrace.store..");

  @ArchTest static final ArchRule jdbi_stays_in_store = only("org.jdbi..", "org.headrace.store..");

  @ArchTest
  static final ArchRule logback_stays_in_app = only("ch.qos.logback..", "org.headrace.app..");

  @ArchTest static final ArchRule picocli_stays_in_app = only("picocli..", "org.headrace.app..");

  @ArchTest
  static final ArchRule only_the_edges_ask_for_the_time =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.headrace.app..", "org.headrace.demo..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule safe_html_is_made_in_clean =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.headrace.clean..", "org.headrace.store..", "org.headrace.model..")
          .should()
          .callConstructor(CleanHtml.class, String.class)
          .orShould()
          .callConstructor(PlainText.class, String.class);

  @ArchTest
  static final ArchRule names_say_their_subject =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Service")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  private static ArchRule only(String library, String... homes) {
    return classes()
        .that(resideInAPackage("org.headrace..").and(DescribedPredicate.not(in(homes))))
        .should()
        .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage(library)));
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static String[] steps() {
    String[] patterns = new String[STEPS.length];
    for (int i = 0; i < STEPS.length; i++) {
      patterns[i] = "org.headrace." + STEPS[i] + "..";
    }
    return patterns;
  }
}
