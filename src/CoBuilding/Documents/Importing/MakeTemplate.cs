using CoBuilding.Access;
using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

/// <summary>An empty list of one kind, to be filled in and imported.</summary>
public sealed class MakeTemplate(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, ImportableList list, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, list.Right, ct);
        return CultureScope.In(scope.Culture, await list.TemplateAsync(db, ct));
    }
}
