using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class UnitForms
{
    /// <exception cref="RuleBroken">The kind is retired, and the unit was not of it before; or a military unit's address or superior is
    /// given.</exception>
    public static void WriteTo(this EnterUnit.Form form, ResidentUnit unit, DistrictUnitKind kind)
    {
        if (kind.RetiredOn is not null && unit.KindId != kind.Id)
            throw UnitKindsRules.KindIsRetired(kind.Said);
        unit.Become(kind);
        if (unit.Kind == UnitKind.Military && form.Address.OrNull() is not null)
            throw UnitsRules.NotOfMilitary(nameof(form.Address));
        if (unit.Kind == UnitKind.Military && form.SuperiorOrganization.OrNull() is not null)
            throw UnitsRules.NotOfMilitary(nameof(form.SuperiorOrganization));
        unit.ShowsPersonalNames = unit.Kind == UnitKind.Military && form.ShowsPersonalNames;
        unit.Name = form.Name.Trim();
        unit.ShortName = form.ShortName.OrNull();
        unit.SuperiorOrganization = form.SuperiorOrganization.OrNull();
        unit.PartyOrganization = form.PartyOrganization;
        unit.Address = form.Address.OrNull();
        unit.Remark = form.Remark.OrNull();
    }
}
