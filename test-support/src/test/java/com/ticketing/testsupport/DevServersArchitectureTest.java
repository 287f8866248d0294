package com.ticketing.testsupport;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Here, because dev-servers cannot depend on the rules: their module depends on dev-servers. */
@AnalyzeClasses(packages = "com.ticketing.devservers", importOptions = ImportOption.DoNotIncludeTests.class)
class DevServersArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(CodeRules.class);
}
