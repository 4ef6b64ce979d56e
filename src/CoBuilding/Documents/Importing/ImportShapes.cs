using FluentValidation;

namespace CoBuilding.Documents.Importing;

internal static class ImportShapes
{
    public static void HasContent<T>(this IRuleBuilder<T, ImportSource> rule) =>
        rule.Must(s => s.Bytes.Length > 0).WithMessage(_ => Texts.Wording.T("Importing.NothingUploaded"));
}
