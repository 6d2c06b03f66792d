package dev.heed.jdbc;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import java.util.List;
import java.util.Optional;

/** Texts with versions that features keep. Thread-safe. */
final class Documents {
    /** By so many letters the database sorts; the rest it compares among the few that begin alike. */
    private static final int SORTED_LETTERS = 32;

    private static final List<String> COLUMNS =
            List.of("bucket", "shop", "id", "owner", "sorted", "version", "name", "owner_name", "content");

    private final Db db;
    private final Scope scope;
    private final String insert;
    private final String update;
    private final String remove;
    private final String find;
    private final String ofOwner;

    Documents(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
        Naming naming = db.naming;
        insert = db.dialect.insertIfAbsent(naming.in("${prefix}document"), COLUMNS, 1);
        String where = " where bucket = ? and shop = ?";
        String that = where + " and id = ? and version = ?";
        update = naming.in("update ${prefix}document set owner = ?, owner_name = ?, content = ?, version = ?" + that);
        remove = naming.in("delete from ${prefix}document" + that);
        find = naming.in("select version, owner_name, content from ${prefix}document" + where + " and id = ?");
        ofOwner = naming.in("select name, version, content from ${prefix}document" + where
                + " and owner = ? order by sorted, name limit ?");
    }

    void add(UnitOfWork unit, Script script) {
        for (StoredDocument document : unit.removedDocuments()) {
            script.expect(
                    CommitResult.CONFLICT,
                    Command.of(remove, scope)
                            .id(Keys.document(document.kind(), document.id()))
                            .number(document.version()));
        }
        unit.documents().forEach(document -> script.expect(CommitResult.CONFLICT, kept(document)));
    }

    private Command kept(StoredDocument document) {
        byte[] owner = Texts.bytes(document.owner());
        byte[] content = Texts.bytes(document.content());
        if (document.version() == 1) {
            return Command.of(insert, scope)
                    .id(Keys.document(document.kind(), document.id()))
                    .id(Keys.owner(document.kind(), document.owner()))
                    .bytes(Texts.sorted(document.id(), SORTED_LETTERS))
                    .number(1)
                    .bytes(Texts.sorted(document.id(), document.id().length()))
                    .bytes(owner)
                    .bytes(content);
        }
        return Command.plain(update)
                .id(Keys.owner(document.kind(), document.owner()))
                .bytes(owner)
                .bytes(content)
                .number(document.version())
                .scope(scope)
                .id(Keys.document(document.kind(), document.id()))
                .number(document.version() - 1);
    }

    /** Documents that must not be there: each is put there and taken away, so that nobody puts it there meanwhile. */
    void requireAbsent(UnitOfWork unit, Script script) {
        for (UnitOfWork.DocumentName name : unit.absentDocuments()) {
            StoredDocument none = StoredDocument.of(name.kind(), name.id(), "", "");
            script.expect(CommitResult.CONFLICT, kept(none));
            script.alone(Command.of(remove, scope)
                    .id(Keys.document(name.kind(), name.id()))
                    .number(1));
        }
    }

    Optional<StoredDocument> find(String kind, String id) {
        return db.first(
                Command.of(find, scope).id(Keys.document(kind, id)),
                row -> new StoredDocument(
                        kind, id, Texts.text(row.getBytes(2)), row.getLong(1), Texts.text(row.getBytes(3))));
    }

    List<StoredDocument> ofOwner(String kind, String owner, int limit) {
        return List.copyOf(db.list(
                Command.of(ofOwner, scope).id(Keys.owner(kind, owner)).number(limit),
                row -> new StoredDocument(
                        kind, Texts.unsorted(row.getBytes(1)), owner, row.getLong(2), Texts.text(row.getBytes(3)))));
    }
}
