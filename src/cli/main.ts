console.log('seedmark');
