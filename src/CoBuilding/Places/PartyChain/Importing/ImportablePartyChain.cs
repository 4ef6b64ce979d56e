using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>Party organizations with their counts of members.</summary>
public sealed class ImportablePartyChain : ImportableList
{
    public override string Name => "party-chain";
    public override Right Right => Right.ManagePartyChain;

    internal override Func<Door, Scope, CancellationToken, Task<DocumentFile>> Export =>
        (door, scope, ct) => new ExportPartyChainWorkbook(door).AskAsync(scope, null, null, ct);

    internal override Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct) => ChainList.ReadAsync(incoming, ct);

    internal override Task<Func<DocumentFile>> TemplateAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult(() =>
            ImportTemplate.Compose(
                Wording.T("PartyChain.Template"),
                Wording.T("PartyChain.TemplateHint"),
                ChainColumns.Words,
                ChainColumns.Standard,
                [(ChainColumn.Kind, [.. Enum.GetValues<ChainKind>().Select(k => Wording.T(k))])]
            )
        );
}
