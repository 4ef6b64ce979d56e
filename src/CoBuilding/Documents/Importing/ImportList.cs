using CoBuilding.Access;
using CoBuilding.Documents.Reading;
using FluentValidation;

namespace CoBuilding.Documents.Importing;

/// <summary>Saves a list: new rows and changes. All rows, or only the correct ones if chosen.</summary>
public sealed class ImportList(Door door, ReaderPool reader)
{
    /// <summary>The list is checked again in the same transaction.</summary>
    public sealed record Form : WritingForm
    {
        [NotCompared]
        public required ImportableList List { get; init; }
        public required ImportSource Source { get; init; }

        /// <summary>Rows with an error are left out; otherwise one of them keeps all from being saved.</summary>
        public bool OnlyGood { get; set; }

        /// <summary>The hash of the findings shown (<see cref="ImportCheck.FindingsHash"/>); null if none were shown.</summary>
        [NotCompared]
        public Guid? FindingsHash { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() =>
                RuleFor(f => f.Source).Must(s => s.Bytes.Length > 0).WithMessage(_ => Texts.Wording.T("Importing.NothingUploaded"));
        }
    }

    /// <returns>What happened to each row.</returns>
    public async Task<ImportCheck> RunAsync(Scope scope, Form form, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, form.List.Right, form, ct);
        var list = await form.List.ReadAsync(new(db, reader, scope, form.Source, progress, IsToBeSaved: true), ct);
        list.Check.Demand(form);
        await list.SaveAsync(db, progress, ct);
        await db.CommitAsync(ct);
        return list.Check;
    }
}
