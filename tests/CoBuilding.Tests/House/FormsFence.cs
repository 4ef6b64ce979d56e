using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;

namespace CoBuilding.Tests.House;

/// <summary>Of each property of a writing form it is decided whether a person sends it: by it a form that is sent again is known.</summary>
public partial class FormsFence
{
    private static readonly Type[] Whole = [typeof(CheckedUpload), typeof(Tenanted)];

    private static IEnumerable<Type> Forms =>
        typeof(Portal).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(WritingForm)) && !t.IsAbstract);

    [Fact]
    public void Each_property_of_each_form_is_decided() => Assert.Empty(Forms.SelectMany(Faults));

    [Fact]
    public void There_are_forms_and_their_fields_are_found()
    {
        Assert.True(Forms.Count() > 100);
        Assert.All(Forms, form => FormFields.OfFresh(form));
        Assert.Contains(
            FormFields.FieldsOf(typeof(CoBuilding.Units.People.EnterPerson.Form)),
            f => f.Property.Name == "Mobile" && f.IsTyped
        );
    }

    [Fact]
    public void Canary_each_undecided_property_is_seen() =>
        Assert.Equal(
            [
                "GuiltyForm.OneTimeCode is a password or code, which is not compared",
                "GuiltyForm.Password is a password or code, which is not compared",
                "GuiltyForm.Made is made with the form: an id, or not compared",
                "GuiltyForm.OneTimeCode is made with the form: an id, or not compared",
                "GuiltyForm.RowVersion is a version, which is named Expected…",
                "GuiltyForm.UnitId is an id that somebody may set: Guid? if a person chooses it, else init",
                "GuiltyForm.ChosenId is chosen by a person, and not made with the form",
            ],
            Faults(typeof(GuiltyForm))
        );

    [Fact]
    public void Canary_a_property_without_a_notation_is_seen() =>
        Assert.Contains("Words", Assert.Single(Faults(typeof(GuiltyWords))), StringComparison.Ordinal);

    /// <summary>Violations: a password and a code that are compared, a made secret, a version, ids of unclear origin.</summary>
    public sealed record GuiltyForm : WritingForm
    {
        public string? Password { get; set; }
        public string OneTimeCode { get; init; } = Secrets.MakeCode();
        public string Made { get; init; } = Secrets.Make();
        public long RowVersion { get; init; }
        public Guid UnitId { get; set; }
        public Guid? ChosenId { get; set; } = Guid.CreateVersion7();
    }

    /// <summary>Violation: a type for which nobody has decided how it is compared.</summary>
    public sealed record GuiltyWords : WritingForm
    {
        public Dictionary<string, string> Words { get; init; } = [];
    }

    private static List<string> Faults(Type part)
    {
        try
        {
            _ = FormFields.FieldsOf(part);
        }
        catch (NotSupportedException undecided)
        {
            return [undecided.Message];
        }
        var fields = FormFields.FieldsOf(part);
        return
        [
            .. Where(f => f.Property.PropertyType == typeof(string) && PasswordOrCode().IsMatch(f.Property.Name))
                .Select(f => $"{f} is a password or code, which is not compared"),
            .. Where(f => f.Property.PropertyType == typeof(string) && IsMade(f))
                .Select(f => $"{f} is made with the form: an id, or not compared"),
            .. Where(f => f.Property.PropertyType == typeof(long)).Select(f => $"{f} is a version, which is named Expected…"),
            .. Where(f => f.Property.PropertyType == typeof(Guid) && !IsInit(f.Property))
                .Select(f => $"{f} is an id that somebody may set: Guid? if a person chooses it, else init"),
            .. Where(f => f.Property.PropertyType == typeof(Guid?) && IsMade(f))
                .Select(f => $"{f} is chosen by a person, and not made with the form"),
            .. fields.SelectMany(f => PartsOf(f.Property.PropertyType)).SelectMany(Faults),
        ];

        IEnumerable<Named> Where(Func<FormField, bool> guilty) => fields.Where(guilty).Select(f => new Named(part, f));

        bool IsMade(FormField field) =>
            part.GetConstructor([]) is { } make
            && !Equals(field.Property.GetValue(make.Invoke([])), field.Property.GetValue(make.Invoke([])));
    }

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    /// <summary>The rows and parts of the portal's own that such a property holds. Entities come from a file of the operator's.</summary>
    private static IEnumerable<Type> PartsOf(Type type) =>
        type.IsAssignableTo(typeof(IEnumerable)) ? type.GenericTypeArguments.SelectMany(PartsOf)
        : type.IsClass && type.Assembly == typeof(Portal).Assembly && !Whole.Any(type.IsAssignableTo) ? [type]
        : [];

    private sealed record Named(Type Part, FormField Field)
    {
        public override string ToString() => $"{Part.Name}.{Field.Property.Name}";
    }

    [GeneratedRegex("(Password|Passwords|Code|Pin|Secret|Token)$")]
    private static partial Regex PasswordOrCode();
}
