using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>An empty list of Party organizations as a workbook, with the kinds to choose from and a line of instructions.</summary>
public sealed class MakePartyChainTemplate(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManagePartyChain, ct);
        return CultureScope.In(
            scope.Culture,
            () =>
                ImportTemplate.Compose(
                    Wording.T("PartyChain.Template"),
                    Wording.T("PartyChain.TemplateHint"),
                    ChainColumns.Words,
                    ChainColumns.Standard,
                    [(ChainColumn.Kind, [.. Enum.GetValues<ChainKind>().Select(k => Wording.T(k))])]
                )
        );
    }
}
