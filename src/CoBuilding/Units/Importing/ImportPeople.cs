using CoBuilding.Access;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;
using FluentValidation;

namespace CoBuilding.Units.Importing;

/// <summary>Saves a list of people and their posts: new ones and changes. All rows, or only the correct ones if chosen.</summary>
public sealed class ImportPeople(Door door, ReaderPool reader)
{
    public sealed record Form : ImportForm
    {
        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Source).HasContent();
        }
    }

    /// <returns>What happened to each row.</returns>
    public async Task<ImportCheck> RunAsync(Scope scope, Form form, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var list = await PeopleList.ReadAsync(db, reader, scope, form.Source, progress, ct);
        list.Check.Demand(form);
        await list.SaveAsync(db, progress, ct);
        await db.CommitAsync(ct);
        return list.Check;
    }
}
