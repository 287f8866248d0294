package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Assigns a class to the feature of its module: the package below the module's root package, or the root itself. */
final class Features implements SliceAssignment {

    private static final String SUITE = "com.ticketing.";

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (!type.getPackageName().startsWith(SUITE)) {
            return SliceIdentifier.ignore();
        }
        String[] packages = type.getPackageName().substring(SUITE.length()).split("\\.", 3);
        return SliceIdentifier.of(packages[0], packages.length == 1 ? "root" : packages[1]);
    }

    @Override
    public String getDescription() {
        return "features of modules";
    }
}
