package gewu.importtext;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import gewu.testkit.ReportGenerator;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class TextImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new TextImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        String text = new ReportGenerator(5).report(1).text();
        return Stream.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")
                .map(encoding -> file(encoding + ".txt", text.getBytes(Charset.forName(encoding))))
                .toList();
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                file("空.txt", new byte[0]),
                file("图片.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}));
    }

    private static SourceFile file(String name, byte[] bytes) {
        return new SourceFile(Path.of(name), "text/plain", bytes);
    }
}
